import { ValidateIf } from 'class-validator';

/** May be left out, but null is refused by the checks that follow. */
export const NotNull = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
