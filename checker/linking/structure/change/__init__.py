"""Changes: what rose or fell, by how much, between which two values, over how many steps."""
