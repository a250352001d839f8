"use strict";
// The page is complete without this. Here: filters, tabs, the card at a number, links between numbers, keys.
// Nothing is ever built from strings of a document: nodes are cloned, text is set as text.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const make = (name, className) => Object.assign(document.createElement(name), { className });
  const SVG = "http://www.w3.org/2000/svg";
  const WORST = ["fail", "warn", "unknown", "pass"];
  const hidden = new Set();
  let rule = "";
  const pop = make("div");
  pop.id = "pop";
  pop.hidden = true;
  pop.setAttribute("role", "status");
  document.body.append(pop);

  // ---- filters
  const wanted = (card) => !hidden.has(card.dataset.verdict) && (!rule || card.dataset.rule === rule);
  const cardsOf = (mark) => (mark.dataset.cards || "").split(" ").map(byId).filter(Boolean);

  function filter() {
    for (const card of all(".card")) card.hidden = !wanted(card);
    for (const mark of all(".n[data-cards]")) {
      const seen = cardsOf(mark).find(wanted);
      const kind = seen ? seen.dataset.verdict : "off";
      mark.classList.remove(...WORST, "off", "accepted");
      mark.classList.add(kind);
      if (seen && seen.classList.contains("accepted")) mark.classList.add("accepted");
      if (seen) mark.setAttribute("href", "#" + seen.id);
    }
    leave();
  }
  for (const button of all(".filter")) {
    button.addEventListener("click", () => {
      const verdict = button.dataset.verdict;
      if (!hidden.delete(verdict)) hidden.add(verdict);
      button.setAttribute("aria-pressed", String(!hidden.has(verdict)));
      filter();
    });
  }
  byId("rule").addEventListener("change", (event) => {
    rule = event.target.value;
    filter();
  });

  // ---- tabs of a panel, documents one at a time
  for (const panel of all(".panel")) {
    const sections = all("section", panel);
    const bar = document.createElement("nav");
    bar.setAttribute("role", "tablist");
    for (const section of sections) {
      const heading = section.querySelector("h3");
      const tab = make("button");
      tab.type = "button";
      tab.append(...[...heading.childNodes].map((node) => node.cloneNode(true)));
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", section.id);
      tab.addEventListener("click", () => open(section));
      section.setAttribute("role", "tabpanel");
      heading.hidden = true;
      bar.append(tab);
    }
    panel.prepend(bar);
    open(sections[0]);
  }
  function open(section) {
    for (const other of all("section", section.parentNode)) other.hidden = other !== section;
    for (const tab of all("[role=tab]", section.parentNode)) {
      tab.setAttribute("aria-selected", String(tab.getAttribute("aria-controls") === section.id));
    }
  }
  const documents = all(".document");
  function turnTo(article) {
    for (const other of documents) other.hidden = other !== article;
    for (const link of all(".documents a")) {
      if (link.hash === "#" + article.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }
  if (documents.length > 1) turnTo(documents[0]);

  // ---- the numbers of a check, tied together
  let tied = [];
  function tie(card) {
    untie();
    const links = all(".numbers a", card);
    const marks = new Map();
    for (const link of links) {
      const mark = byId(link.hash.slice(1));
      if (mark) marks.set(mark, [...(marks.get(mark) || []), link.dataset.role]);
    }
    if (!marks.size) return;
    const text = [...marks.keys()][0].closest(".text");
    const frame = text.getBoundingClientRect();
    const points = [];
    for (const [mark, roles] of marks) {
      mark.classList.add("linked");
      tied.push(() => mark.classList.remove("linked"));
      const box = mark.getClientRects()[0];
      if (!box) continue;
      const x = box.left + box.width / 2 - frame.left - text.clientLeft;
      const y = box.top - frame.top - text.clientTop;
      points.push({ x, y, bottom: y + box.height });
      const tag = make("span", "tag");
      tag.textContent = [...new Set(roles)].join(" / ");
      tag.style.left = x + "px";
      tag.style.top = y + "px";
      text.append(tag);
      tied.push(() => tag.remove());
    }
    if (points.length > 1) {
      points.sort((a, b) => a.y - b.y || a.x - b.x);
      const svg = document.createElementNS(SVG, "svg");
      svg.setAttribute("class", "links");
      svg.setAttribute("aria-hidden", "true");
      for (let i = 1; i < points.length; i++) {
        const [a, b] = [points[i - 1], points[i]];
        const path = document.createElementNS(SVG, "path");
        const [from, half] = [a.bottom + 1, (b.y - a.bottom) / 2];
        const level = b.y - a.y < 4; // on one row: a line in the gap above it; else from below the one to above the other
        path.setAttribute("d", level ? `M${a.x},${a.y - 2} H${b.x}` : `M${a.x},${from} C${a.x},${from + half} ${b.x},${b.y - half} ${b.x},${b.y}`);
        svg.append(path);
      }
      text.append(svg);
      tied.push(() => svg.remove());
    }
  }
  function untie() {
    for (const undo of tied) undo();
    tied = [];
  }

  // ---- the card at a number
  let timer = 0;
  let still = false; // the text moves under the pointer, by keys
  function meet(mark) {
    clearTimeout(timer);
    const cards = cardsOf(mark).filter(wanted);
    if (!cards.length) return leave();
    tie(cards[0]);
    pop.replaceChildren(
      ...cards.slice(0, 4).map((card, index) => {
        const copy = make("div", card.className + (index ? " rest" : ""));
        copy.classList.remove("current");
        copy.append(...[...card.childNodes].map((node) => node.cloneNode(true)));
        for (const link of all("a", copy)) link.tabIndex = -1;
        return copy;
      }),
    );
    pop.hidden = false;
    const box = mark.getClientRects()[0];
    const below = box.bottom + pop.offsetHeight + 10 < innerHeight || box.top < pop.offsetHeight + 40;
    const edge = Math.min(innerWidth - 16, mark.closest(".text").getBoundingClientRect().right - 8); // the panel stays free
    pop.style.left = scrollX + Math.max(8, Math.min(box.left, edge - pop.offsetWidth)) + "px";
    pop.style.top = scrollY + (below ? box.bottom + 6 : box.top - pop.offsetHeight - 24) + "px";
  }
  function leave() {
    clearTimeout(timer);
    pop.hidden = true;
    untie();
    const current = document.querySelector(".card.current");
    if (current && !current.hidden) tie(current);
  }
  const soon = () => { clearTimeout(timer); timer = setTimeout(leave, 160); };
  for (const mark of all(".n[data-cards]")) {
    mark.addEventListener("mouseenter", () => still || meet(mark));
    mark.addEventListener("mouseleave", soon);
    mark.addEventListener("focus", () => meet(mark));
    mark.addEventListener("blur", soon);
  }
  document.addEventListener("mousemove", () => { still = false; });
  pop.addEventListener("mouseenter", () => clearTimeout(timer));
  pop.addEventListener("mouseleave", soon);
  for (const card of all(".card")) {
    card.addEventListener("mouseenter", () => tie(card));
    card.addEventListener("mouseleave", leave);
  }

  // ---- going to a card, a number, a document
  function choose(target) {
    for (const old of all(".current")) old.classList.remove("current");
    const article = target.closest(".document");
    if (documents.length > 1 && article) turnTo(article);
    const section = target.closest("section");
    if (section) open(section);
    if (target.matches(".card, .list li")) target.classList.add("current");
    leave();
    target.scrollIntoView({ block: "nearest" });
  }
  function show(id) {
    const target = byId(id);
    if (!target) return false;
    choose(target);
    if (target.matches(".n")) {
      target.scrollIntoView({ block: "center" });
      target.focus({ preventScroll: true });
    }
    return true;
  }
  function explain(link) { // what a rule demands, in the card that asks
    const old = link.parentNode.querySelector(".about");
    if (old) return old.remove();
    const about = make("span", "about");
    about.textContent = byId(link.hash.slice(1)).querySelector("dd").textContent;
    link.parentNode.append(about);
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.closest(".why")) {
      explain(link);
      return event.preventDefault();
    }
    if (link && show(link.hash.slice(1))) event.preventDefault();
  });
  addEventListener("hashchange", () => show(location.hash.slice(1)));
  if (location.hash) show(location.hash.slice(1));

  // ---- keys
  function step(by) {
    const cards = all(".card[data-verdict=fail], .card[data-verdict=warn]").filter((card) => !card.hidden);
    if (!cards.length) return;
    const at = cards.findIndex((card) => card.classList.contains("current"));
    still = true;
    const card = cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : (at + by + cards.length) % cards.length];
    choose(card);
    const first = card.querySelector(".numbers a");
    const mark = first && byId(first.hash.slice(1));
    if (mark) mark.scrollIntoView({ block: "center" });
    tie(card);
  }
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "Escape") {
      for (const old of all(".current")) old.classList.remove("current");
      if (document.activeElement) document.activeElement.blur();
      leave();
    }
  });
  function measure() {
    document.documentElement.style.setProperty("--top", document.querySelector(".top").offsetHeight + "px");
    leave();
  }
  addEventListener("resize", measure);
  measure();

  byId("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
})();
