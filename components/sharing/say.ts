/** Another way to what could not be taken along. */
export type OtherWay = { href: string; name: string }

/** Tells whoever took something along what became of it, and where it can be had instead. */
export type Say = (text: string, instead?: OtherWay) => void
