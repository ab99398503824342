const snac_kernels NAME(kernels) = {
    .name = VARIANT,
    .operand = sizeof(NAME(operand)),
    .pack = NAME(pack),
    .product = NAME(product),
    .convert = NAME(convert),
    .snake = NAME(snake),
    .activate = NAME(activate),
    .filter = NAME(filter),
    .project = NAME(project),
    .peak = NAME(peak),
};
