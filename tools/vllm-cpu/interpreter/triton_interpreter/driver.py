import triton.backends.driver as triton
from triton.backends.compiler import GPUTarget


class InterpreterDriver(triton.DriverBase):
    """The device of the interpreter: the CPU."""

    @classmethod
    def is_active(cls):
        return True

    def map_python_to_cpp_type(self, ty):
        return ty

    def get_current_target(self):
        return GPUTarget("cpu", 0, 1)

    def get_active_torch_device(self):
        import torch

        return torch.device("cpu")

    def get_benchmarker(self):
        raise NotImplementedError("an interpreter is not worth tuning")
