// In place of the refusals in built pages: the definitions there are those that tests have compiled.
export const refuse = (): never => undefined as never
export const refuseBuiltIn = (): never => undefined as never
export const refuseState = (): void => {}
export const refuseDescriptor = (): void => {}
