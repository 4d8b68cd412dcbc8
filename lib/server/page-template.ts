import { type PackedPage, packPage } from './packed-page.ts'

/**
 * A page in pieces, cut where a placeholder stood. What goes between them differs from answer to answer, the pieces do
 * not: a page that is served a thousand times is searched and encoded once.
 *
 * > …<script nonce="⟨0⟩">…</script><meta content="⟨1⟩/picture">…
 */
export type PageTemplate = { pieces: readonly Buffer[]; slots: readonly number[]; isMarked: boolean }

/** What is looked for in a page: texts to be replaced, and a mark that it may hold. */
export type PageTexts = { placeholders: readonly string[]; mark: string }

/** Cut a page at its placeholders; `slots` tells which of them stood after each piece but the last. */
export function cutPage(body: Buffer, { placeholders, mark }: PageTexts): PageTemplate {
  const cuts = placeholders.flatMap((text, slot) =>
    findAll(body, text).map(at => ({ at, slot, length: text.length })),
  )
  cuts.sort((a, b) => a.at - b.at)
  const pieces: Buffer[] = []
  let end = 0
  for (const { at, length } of cuts) {
    pieces.push(body.subarray(end, at))
    end = at + length
  }
  pieces.push(body.subarray(end))
  return { pieces, slots: cuts.map(({ slot }) => slot), isMarked: body.includes(mark) }
}

function findAll(body: Buffer, text: string): number[] {
  const found: number[] = []
  for (let at = body.indexOf(text); at >= 0; at = body.indexOf(text, at + text.length)) found.push(at)
  return found
}

/** The page's bytes with a text in every slot, in order, as they are sent. */
export function fillPage({ pieces, slots }: PageTemplate, texts: readonly string[]): Buffer[] {
  const fillings = texts.map(text => Buffer.from(text, 'latin1'))
  return pieces.flatMap((piece, order) => {
    const slot = slots[order]
    return slot === undefined ? [piece] : [piece, fillings[slot] ?? Buffer.alloc(0)]
  })
}

/** A page that is served again and again: cut once, and packed once when a browser first takes it packed. */
export type KeptPage = PageTemplate & { packed: () => PackedPage }

function keepPage(cut: PageTemplate): KeptPage {
  let packed: PackedPage | undefined
  return {
    ...cut,
    packed: () => {
      packed ??= packPage(cut)
      return packed
    },
  }
}

/** So many pages are kept cut; the one that was kept longest goes first. */
const mostKept = 50

/**
 * `cutPage` for pages as texts, which remembers the latest. Next's cache hands out the same text every time, and a map
 * finds that very text again without reading it.
 */
export function pageCutter(texts: PageTexts): (html: string) => KeptPage {
  const kept = new Map<string, KeptPage>()
  return html => {
    const old = kept.get(html)
    if (old) return old
    const cut = keepPage(cutPage(Buffer.from(html), texts))
    const oldest = kept.keys().next()
    if (kept.size >= mostKept && !oldest.done) kept.delete(oldest.value)
    kept.set(html, cut)
    return cut
  }
}
