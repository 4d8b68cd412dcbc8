import { hash } from 'node:crypto'
import { z } from 'zod'
import type { Inline } from './security-headers.ts'

/**
 * The inline scripts of a page that may run are told by their text, not by where they stand: Next writes no other than
 * these, and none of them does anything that a filing could use.
 *
 * > (self.__next_f=self.__next_f||[]).push([0])
 * > self.__next_f.push([1,"…"])
 * > (globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/….js"],…});
 *
 * Only the text of one of these shapes gets a hash in the page's policy. So whatever a filing prints, and even if it
 * became markup by some mistake, it never becomes a script; at most it becomes data, which React reads as the page's.
 */
const beginning = '(self.__next_f=self.__next_f||[]).push([0])'
const data = { before: 'self.__next_f.push(', after: ')', argument: z.tuple([z.literal([1, 3]), z.string()]) }
const bootstrap = {
  before: '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(',
  after: ');',
  argument: z.strictObject({
    otherChunks: z.array(z.string().regex(/^static\/chunks\/[\w~.-]+\.js$/)),
    runtimeModuleIds: z.array(z.int()),
  }),
}

/** True for the text of a script that Next writes into its pages. */
export function isKnownScript(text: string): boolean {
  return text === beginning || [data, bootstrap].some(shape => isCall(text, shape))
}

/** True if the text is a call whose one argument is JSON of a shape, and nothing else. */
function isCall(text: string, { before, after, argument }: typeof data | typeof bootstrap): boolean {
  if (!text.startsWith(before) || !text.endsWith(after)) return false
  try {
    return argument.safeParse(JSON.parse(text.slice(before.length, -after.length))).success
  } catch {
    return false
  }
}

/** Between two pushes of data that follow each other. Both texts are JSON, in which `<` is never printed as it is. */
const seam = '"])</script><script>self.__next_f.push([1,"'

/** The page with pushes of data that follow each other made one, so that its policy stays short. */
export function joinData(page: string): string {
  return page.replaceAll(seam, '')
}

/** Tells a page's inline styles from others', and hears of a script or style without a known shape. */
export type InlineRules = { isKnownStyle: (text: string) => boolean; report: (text: string) => void }

/** The sources that a page's policy needs for its own inline scripts and styles. `page` has a character for each byte. */
export function inlineSources(page: string, { isKnownStyle, report }: InlineRules): Inline {
  const sourcesOf = (tag: 'script' | 'style', isKnown: (text: string) => boolean) => {
    const { known = [], unknown = [] } = Object.groupBy(new Set(inlineTexts(page, tag)), text =>
      isKnown(text) ? 'known' : 'unknown',
    )
    for (const text of unknown) report(text)
    return known.map(text => `'sha256-${hash('sha256', Buffer.from(text, 'latin1'), 'base64')}'`)
  }
  return { scripts: sourcesOf('script', isKnownScript), styles: sourcesOf('style', isKnownStyle) }
}

/**
 * What stands inside the elements with a tag, empty ones left out. Finding too much does no harm: only what has a known
 * shape is let through, wherever it was found. React escapes `>` in attributes, so the first one ends the tag.
 */
function* inlineTexts(page: string, tag: string): Generator<string> {
  const opening = `<${tag}`
  const closing = `</${tag}`
  for (let at = page.indexOf(opening); at >= 0; at = page.indexOf(opening, at)) {
    const start = page.indexOf('>', at) + 1
    const end = page.indexOf(closing, start)
    if (start === 0 || end < 0) return
    if (end > start && /[\s/>]/.test(page.charAt(at + opening.length))) yield page.slice(start, end)
    at = end
  }
}
