/** What was asked for: a place as its address carries it, and the figure to give the focus back to. */
export type Asked = { at: string; from: HTMLElement | null }
