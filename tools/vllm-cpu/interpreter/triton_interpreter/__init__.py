"""A backend "cpu" for Triton that compiles nothing.

vLLM runs Model Runner V2 on CPUs only where Triton has such a backend, and PyPI has none. With
TRITON_INTERPRET=1 Triton runs kernels itself, in NumPy, so a backend has only to be there. It is
slow, about a token a second, and it is the real runner. On PYTHONPATH, the folder of this package
is found by Triton like an installed one.
"""
