# DBSCAN by R dbscan: points.bin answer.bin eps minPts. A point is three doubles: x, y and how many it stands for.
# Writes a label for each, -1 for noise; prints the CPU seconds and the most memory in MB. Exit 3: it is not installed.
if (!suppressWarnings(suppressMessages(require(dbscan, quietly = TRUE)))) quit(status = 3)
arguments <- commandArgs(trailingOnly = TRUE)
values <- readBin(arguments[1], "double", file.size(arguments[1]) / 8, endian = "little")
points <- matrix(values, ncol = 3, byrow = TRUE)
weights <- if (all(points[, 3] == 1)) NULL else points[, 3]
start <- proc.time()
found <- dbscan(points[, 1:2], eps = as.numeric(arguments[3]), minPts = as.integer(arguments[4]), weights = weights)
seconds <- sum((proc.time() - start)[1:2])
writeBin(as.integer(found$cluster - 1), arguments[2], size = 4, endian = "little")
memory <- grep("VmHWM", readLines("/proc/self/status"), value = TRUE)
cat(seconds, as.numeric(gsub("[^0-9]", "", memory)) / 1000, "\n")
