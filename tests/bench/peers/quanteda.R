# quanteda counts the patterns in each interview and adds them up by group.
# usage: Rscript quanteda.R PATTERNS.csv FOLDER THREADS     prints theme;group;hits, and "# load" in seconds on stderr
suppressWarnings(suppressMessages(library(quanteda)))
given <- commandArgs(TRUE)
quanteda_options(threads = as.integer(given[3]))
message("# load ", proc.time()[["elapsed"]])

rows <- read.csv2(given[1], encoding = "UTF-8", stringsAsFactors = FALSE)
themes <- dictionary(split(rows$pattern, factor(rows$theme, unique(rows$theme))))

people <- read.csv2(file.path(given[2], "meta.csv"), encoding = "UTF-8", stringsAsFactors = FALSE)
said <- vapply(file.path(given[2], paste0(people$respondent, ".txt")), function(path) {
  text <- readChar(path, file.size(path), useBytes = TRUE)
  Encoding(text) <- "UTF-8"
  text
}, "")
interviews <- corpus(unname(said), docnames = people$respondent, docvars = people["group"])

hits <- dfm(tokens_lookup(tokens(interviews), themes), tolower = FALSE)
cells <- as.matrix(dfm_group(hits, groups = docvars(hits, "group")))
for (theme in colnames(cells)) for (group in rownames(cells)) cat(theme, ";", group, ";", cells[group, theme], "\n", sep = "")
