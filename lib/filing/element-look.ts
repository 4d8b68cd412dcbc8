/** How an element shows what is in it; null where it says nothing of it, and what is around it counts. */
export type Look = {
  /** No part of the page, nor is what it holds: `display: none`, `hidden`. */
  isGone: boolean | null
  /** Set, in room of its own, without any ink; a part of it may be shown again. */
  isUnseen: boolean | null
  /** Set in letters of no size; a part of it may have one. */
  isTiny: boolean | null
  /** Printed with a line through it: said and taken back. */
  isStruck: boolean
}

/** Where a text holds none of these, nothing in it is hidden or struck out. */
const HIDES =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|\shidden[\s>="/]|font(?:-size)?\s*:\s*\.?0|opacity\s*:\s*0|line-through|<(?:s|strike|del)[\s>]/i

/** Whether anything in a markup may be hidden or struck out. */
export function mayHide(markup: string): boolean {
  return HIDES.test(markup)
}

const GONE = /(?:^|[;\s])display\s*:\s*([a-z-]+)/i
const VISIBILITY = /(?:^|[;\s])visibility\s*:\s*([a-z]+)/i
const OPACITY = /(?:^|[;\s])opacity\s*:\s*(?:0?\.)?0+\s*(?:!|;|$)/i
/** The size, alone or behind weight and slant; a share of the size around it says nothing where that is none. */
const SIZE =
  /(?:^|[;\s])font(?:-size\s*:\s*([\d.]+)(px|pt|pc|in|cm|mm|q|rem)?(?=\s*(?:[;!]|$))|\s*:[^;\d]{0,60}([\d.]+)(px|pt|pc|in|cm|mm|q|rem)\b)/i
const SIZE_WORD = /(?:^|[;\s])font-size\s*:\s*(?:x{0,2}-?(?:small|large)|medium)/i
const STRUCK = /(?:^|[;\s])text-decoration(?:-line)?\s*:[^;]{0,80}line-through/i

/** What declarations of a style say, between braces or in an attribute; null where they hide and show nothing. */
function lookOfStyle(style: string): Look | null {
  const display = GONE.exec(style)?.[1]?.toLowerCase()
  const visibility = VISIBILITY.exec(style)?.[1]?.toLowerCase()
  const size = SIZE.exec(style)
  const look = {
    isGone: display === undefined ? null : display === 'none',
    isUnseen: OPACITY.test(style) ? true : visibility === undefined ? null : visibility !== 'visible',
    isTiny: size !== null ? Number(size[1] ?? size[3]) === 0 : SIZE_WORD.test(style) ? false : null,
    isStruck: STRUCK.test(style),
  }
  return look.isGone === null && look.isUnseen === null && look.isTiny === null && !look.isStruck
    ? null
    : look
}

/** The later look over the earlier one, each where it says something. */
function over(below: Look | null, above: Look | null | undefined): Look | null {
  if (below === null || !above) return above ?? below
  return {
    isGone: above.isGone ?? below.isGone,
    isUnseen: above.isUnseen ?? below.isUnseen,
    isTiny: above.isTiny ?? below.isTiny,
    isStruck: above.isStruck || below.isStruck,
  }
}

/** Rules of the style elements of a markup that name a tag, a class or an id, or a tag with either, by that selector. */
export type StyleRules = ReadonlyMap<string, Look>

const SIMPLE = /^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/i
const LONGEST_SHEET = 200_000

/**
 * The rules of all style elements; those for print and other media, and selectors of several steps, are passed over.
 *
 * > <style> .h, td.old { display: none } </style>      .h → gone, td.old → gone
 */
export function readStyleRules(markup: string): StyleRules {
  const rules = new Map<string, Look>()
  const opening = /<style\b[^<>]{0,300}>/gi
  for (let tag = opening.exec(markup); tag !== null; tag = opening.exec(markup)) {
    const from = opening.lastIndex
    const end = markup.slice(from, from + LONGEST_SHEET).search(/<\/style/i)
    if (end < 0) return rules
    opening.lastIndex = from + end
    if (!/\bmedia\s*=\s*["']?\s*print/i.test(tag[0])) readSheet(markup.slice(from, from + end), rules)
  }
  return rules
}

function readSheet(sheet: string, rules: Map<string, Look>): void {
  const bare = withoutComments(sheet)
  let depth = 0
  let selectors = ''
  let from = 0
  for (let at = 0; at < bare.length; at++) {
    const code = bare.charCodeAt(at)
    if (code !== OPENS && code !== CLOSES) continue
    const text = bare.slice(from, at)
    from = at + 1
    if (code === CLOSES) {
      if (depth === 1) addRule(selectors, text, rules)
      depth = Math.max(0, depth - 1)
    } else if (depth++ === 0) selectors = text
  }
}

const OPENS = 123
const CLOSES = 125

function withoutComments(sheet: string): string {
  const parts: string[] = []
  let done = 0
  for (let at = sheet.indexOf('/*'); at >= 0; at = sheet.indexOf('/*', done)) {
    parts.push(sheet.slice(done, at))
    const end = sheet.indexOf('*/', at + 2)
    done = end < 0 ? sheet.length : end + 2
  }
  return (parts.join(' ') + sheet.slice(done)).replace(/<!--|-->/g, ' ')
}

function addRule(selectors: string, declarations: string, rules: Map<string, Look>): void {
  const look = lookOfStyle(declarations)
  if (look === null) return
  for (const part of selectors.slice(0, 2_000).split(',')) {
    const selector = part.trim()
    if (selector === '' || !SIMPLE.test(selector)) continue
    const key = selector.replace(/^[a-z0-9]+/i, name => name.toLowerCase())
    rules.set(key, over(rules.get(key) ?? null, look) ?? look)
  }
}

/** Longer tags say nothing of how they look. */
const LONGEST_TAG = 4_000
const ATTRIBUTE = /\s(style|class|id|hidden|size)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?(?=[\s>/])/gi
const NAME = /^<([a-z][a-z0-9]*)/i
const STRIKING = /^(?:s|strike|del)$/

/** How the element that a tag opens shows what it holds; null where neither tag, attributes nor rules say anything of it. */
export function lookOfTag(tag: string, rules: StyleRules): Look | null {
  if (tag.length > LONGEST_TAG) return null
  const name = NAME.exec(tag)?.[1]?.toLowerCase() ?? ''
  let look: Look | null = STRIKING.test(name) ? { ...SAYS_NOTHING, isStruck: true } : null
  if (rules.size > 0) look = over(look, rules.get(name))
  let style = ''
  for (const [, key = '', double, single, bare] of tag.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? bare ?? ''
    const attribute = key.toLowerCase()
    if (attribute === 'style') style = value
    else if (attribute === 'hidden') look = over({ ...SAYS_NOTHING, isGone: value !== 'until-found' }, look)
    else if (attribute === 'size')
      look = name === 'font' ? over({ ...SAYS_NOTHING, isTiny: false }, look) : look
    else if (rules.size > 0) look = over(look, lookByRules(name, attribute, value, rules))
  }
  return style === '' ? look : over(look, lookOfStyle(style))
}

const SAYS_NOTHING: Look = { isGone: null, isUnseen: null, isTiny: null, isStruck: false }

function lookByRules(name: string, attribute: string, value: string, rules: StyleRules): Look | null {
  const sign = attribute === 'class' ? '.' : '#'
  let look: Look | null = null
  for (const word of value.split(/\s+/))
    look = over(over(look, rules.get(sign + word)), rules.get(name + sign + word))
  return look
}
