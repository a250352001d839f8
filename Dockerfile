# docker build -t factcheck .
# docker run --rm -v "$PWD:/work" factcheck run docs
FROM python:3.12-slim

COPY pyproject.toml README.md constraints.txt /source/
COPY checker /source/checker
COPY rules /source/rules
RUN pip install --no-cache-dir --constraint /source/constraints.txt "/source[lsp]" && rm -r /source

USER nobody
WORKDIR /work
ENTRYPOINT ["factcheck"]
CMD ["--help"]
