"""Prints the polynomial of the Snake kernel: sin^2(pi f) = q (c1 + c2 q + ... + c6 q^5), q = f^2, for
|f| <= 1/2. Least squares at Chebyshev nodes, reweighted until the error is even."""
import numpy as np

degree = 6
nodes = (1 - np.cos(np.linspace(0, np.pi, 4000))) / 8
goal = np.sin(np.pi * np.sqrt(nodes)) ** 2
powers = nodes[:, None] ** np.arange(1, degree + 1)
weight = np.ones_like(nodes)
for _ in range(300):
    coefficients = np.linalg.lstsq(powers * weight[:, None], goal * weight, rcond=None)[0]
    error = np.abs(powers @ coefficients - goal)
    weight *= (1e-3 + error / error.max()) ** 0.25
    weight /= weight.max()
for index, value in enumerate(coefficients, 1):
    print(f"#define SIN2_{index} {np.float32(value):.9e}f")

f = np.linspace(-0.5, 0.5, 100001).astype(np.float32)
q = f * f
p = np.float32(coefficients[-1])
for value in coefficients[-2::-1]:
    p = (p * q + np.float32(value)).astype(np.float32)
print("// largest error before rounding:", error.max())
print("// in float arithmetic:", np.abs(p * q - np.sin(np.pi * f.astype(float)) ** 2).max())
