// sin^2(pi f) = q (SIN2_1 + SIN2_2 q + ... + SIN2_6 q^5), q = f^2, |f| <= 1/2, within 6e-9 before
// rounding. From tools/reference-vectors/sine_polynomial.py.
#define SIN2_1 9.869603157e+00f
#define SIN2_2 -3.246958160e+01f
#define SIN2_3 4.272538376e+01f
#define SIN2_4 -3.008595276e+01f
#define SIN2_5 1.299073029e+01f
#define SIN2_6 -3.272945642e+00f
