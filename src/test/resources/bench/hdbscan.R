# HDBSCAN* by R dbscan: points.bin answer.bin minPts. A point is two doubles: x and y.
# Writes for each four doubles: label, -1 for noise, membership, outlier score, core distance; prints the CPU seconds, the
# most memory in MB and the weight of the spanning tree. Exit 3: it is not installed.
if (!suppressWarnings(suppressMessages(require(dbscan, quietly = TRUE)))) quit(status = 3)
arguments <- commandArgs(trailingOnly = TRUE)
values <- readBin(arguments[1], "double", file.size(arguments[1]) / 8, endian = "little")
points <- matrix(values, ncol = 2, byrow = TRUE)
start <- proc.time()
found <- hdbscan(points, minPts = as.integer(arguments[3]))
seconds <- sum((proc.time() - start)[1:2])
columns <- rbind(found$cluster - 1, found$membership_prob, found$outlier_scores, found$coredist)
writeBin(as.vector(columns), arguments[2], size = 8, endian = "little")
memory <- grep("VmHWM", readLines("/proc/self/status"), value = TRUE)
cat(seconds, as.numeric(gsub("[^0-9]", "", memory)) / 1000, format(sum(found$hc$height), digits = 15), "\n")
