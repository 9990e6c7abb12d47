// In place of old facts derived again where nobody asks for any: in the figure for articles.
export class Derivation {}
