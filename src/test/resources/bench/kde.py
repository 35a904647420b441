"""scikit-learn's kernel density on the points and places of a lattice, exact (no tolerance); see PeerScript."""
import resource
import sys
import time

try:
    import numpy
    from sklearn.neighbors import KernelDensity
except ImportError:
    sys.exit(3)

points, answer, sigma, west, south, cell, columns, rows = sys.argv[1], sys.argv[2], *map(float, sys.argv[3:])
data = numpy.fromfile(points, dtype="<f8").reshape(-1, 2)
x = west + (numpy.arange(int(columns)) + 0.5) * cell
y = south + (numpy.arange(int(rows)) + 0.5) * cell
places = numpy.array([(a, b) for b in y for a in x])

start = time.process_time()
model = KernelDensity(kernel="gaussian", bandwidth=sigma, atol=0, rtol=0).fit(data)
density = numpy.exp(model.score_samples(places)) * len(data) * 1e6
spent = time.process_time() - start

density.astype("<f8").tofile(answer)
print(spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
