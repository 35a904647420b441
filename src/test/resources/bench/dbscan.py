# DBSCAN by scikit-learn: points.bin answer.bin eps minPts. A point is three doubles: x, y and how many it stands for.
# Writes a label for each, -1 for noise; prints the CPU seconds and the most memory in MB. Exit 3: it is not installed.
import sys

try:
    import numpy
    from sklearn.cluster import DBSCAN
except ImportError:
    sys.exit(3)
import resource
import time

points = numpy.fromfile(sys.argv[1], dtype="<f8").reshape(-1, 3)
start = time.process_time()
found = DBSCAN(eps=float(sys.argv[3]), min_samples=int(sys.argv[4])).fit(points[:, :2], sample_weight=points[:, 2])
seconds = time.process_time() - start
found.labels_.astype("<i4").tofile(sys.argv[2])
print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
