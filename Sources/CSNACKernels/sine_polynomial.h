// sin^2(r) = q (1 + SIN2_1 q + ... + SIN2_7 q^7), q = r^2, |r| <= pi/2; in float arithmetic within
// 2e-7. From tools/reference-vectors/sine_polynomial.py.
#define SIN2_1 -3.333333433e-01f
#define SIN2_2 4.444444552e-02f
#define SIN2_3 -3.174601123e-03f
#define SIN2_4 1.410908008e-04f
#define SIN2_5 -4.273523246e-06f
#define SIN2_6 9.308616455e-08f
#define SIN2_7 -1.361262436e-09f
