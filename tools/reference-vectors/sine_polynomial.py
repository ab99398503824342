"""Prints the polynomial of the Snake kernel: sin^2(r) = q (1 + c1 q + ... + c7 q^7), q = r^2, for
|r| <= pi/2. Weighted least squares at Chebyshev nodes, so the error is nearly even."""
import numpy as np

degree = 7
limit = (np.pi / 2 * 1.001) ** 2
nodes = limit * (1 + np.cos(np.pi * (np.arange(4000) + 0.5) / 4000)) / 2
goal = (np.sin(np.sqrt(nodes)) ** 2 / nodes - 1) / nodes
powers = nodes[:, None] ** np.arange(degree)
weight = nodes**2
coefficients = np.linalg.lstsq(powers * weight[:, None], goal * weight, rcond=None)[0]
for index, value in enumerate(coefficients, 1):
    print(f"#define SIN2_{index} {np.float32(value):.9e}f")

r = np.linspace(-np.pi / 2, np.pi / 2, 100001).astype(np.float32)
q = r * r
p = np.float32(coefficients[-1])
for value in list(coefficients[-2::-1]) + [1.0]:
    p = (p * q + np.float32(value)).astype(np.float32)
print("// largest error in float arithmetic:", np.abs(p * q - np.sin(r.astype(float)) ** 2).max())
