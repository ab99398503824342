import triton.backends.compiler as triton


class InterpreterBackend(triton.BaseBackend):
    """Triton's interface to a compiler; the interpreter never asks for one."""

    @staticmethod
    def supports_target(target):
        return target.backend == "cpu"

    def hash(self):
        return "interpreter"

    def parse_options(self, options):
        raise NotImplementedError("this backend compiles nothing: set TRITON_INTERPRET=1")

    def add_stages(self, stages, options, language):
        raise NotImplementedError("this backend compiles nothing: set TRITON_INTERPRET=1")

    def load_dialects(self, context):
        pass

    def get_module_map(self):
        return {}
