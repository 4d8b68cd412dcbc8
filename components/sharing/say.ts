/** Tells whoever took something along what became of it. */
export type Say = (text: string) => void
