import { inflateSync } from 'node:zlib'

/**
 * The words of each page of a PDF as Chromium prints it, in the order they are drawn and without blanks, which are not
 * drawn. Reads only what that printer writes: objects in plain sight, packed streams, fonts that map glyphs to characters.
 */
export function readPdfPages(pdf: Buffer): string[] {
  const objects = readObjects(pdf)
  const body = (id: string) => objects.get(id)?.head ?? ''
  const pages = listPages(objects)
  return pages.map(page => {
    const resources = followed(page, 'Resources', body)
    const fonts = readFonts(followed(resources, 'Font', body), objects)
    const contents = /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? ''
    return readText(streamOf(objects, contents), fonts)
  })
}

type PdfObject = { head: string; stream: Buffer | null }
type Objects = Map<string, PdfObject>
/** Characters by glyph. A glyph is a byte in fonts that are drawn, two in those that are embedded. */
type Font = Map<string, string>

function readObjects(pdf: Buffer): Objects {
  const text = pdf.toString('latin1')
  const objects: Objects = new Map()
  const start = /(?:^|\n)(\d+) 0 obj\n/g
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const from = found.index + found[0].length
    const length = /^<<.*?\/Length (\d+)/s.exec(text.slice(from, from + 400))?.[1]
    const streamAt = text.indexOf('stream\n', from)
    const endAt = text.indexOf('endobj', from)
    const hasStream = length !== undefined && streamAt >= 0 && streamAt < endAt
    const head = text.slice(from, hasStream ? streamAt : endAt)
    const first = streamAt + 'stream\n'.length
    const stream = hasStream ? pdf.subarray(first, first + Number(length)) : null
    objects.set(found[1] ?? '', { head, stream })
    if (stream) start.lastIndex = first + stream.length
  }
  return objects
}

/** The pages in the order of the tree that lists them. */
function listPages(objects: Objects): string[] {
  const root = [...objects.values()].find(({ head }) => /\/Type \/Catalog/.test(head))
  const walk = (id: string): string[] => {
    const head = objects.get(id)?.head ?? ''
    const kids = /\/Kids \[([^\]]*)\]/.exec(head)?.[1]
    return kids === undefined ? [head] : [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = '']) => walk(kid))
  }
  return walk(/\/Pages (\d+) 0 R/.exec(root?.head ?? '')?.[1] ?? '')
}

/** A part of a dictionary, in it or in an object of its own. */
function followed(dictionary: string, name: string, body: (id: string) => string): string {
  const id = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1]
  return id === undefined ? dictionary.slice(Math.max(0, dictionary.indexOf(`/${name} `))) : body(id)
}

function streamOf(objects: Objects, id: string): string {
  const { head, stream } = objects.get(id) ?? { head: '', stream: null }
  if (!stream) return ''
  return (/FlateDecode/.test(head) ? inflateSync(stream) : stream).toString('latin1')
}

function readFonts(dictionary: string, objects: Objects): Map<string, Font> {
  return new Map(
    [...dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? ''
      return [name, readCharacters(streamOf(objects, toUnicode))]
    }),
  )
}

/** What a font's glyphs stand for: `<0003> <0020>` one by one, `<0010> <0019> <002D>` a run of them. */
function readCharacters(map: string): Font {
  const font: Font = new Map()
  for (const [, block = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, glyph = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g)) font.set(glyph, decode(text))
  for (const [, block = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, low = '', high = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let step = 0; step <= parseInt(high, 16) - parseInt(low, 16); step++)
        font.set(hex(parseInt(low, 16) + step, low.length), decode(hex(parseInt(text, 16) + step, 4)))
  return font
}

const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0')
const decode = (text: string) => Buffer.from(text, 'hex').swap16().toString('utf16le')

/** The glyphs that a page's drawing shows, each by the font that is set where it stands. */
function readText(drawing: string, fonts: Map<string, Font>): string {
  let font: Font | undefined
  let text = ''
  for (const [, name, glyphs] of drawing.matchAll(/\/(F\d+) [\d.]+ Tf|<(\w+)>/g)) {
    if (name) font = fonts.get(name)
    const digits = font?.keys().next().value?.length ?? 2
    for (let at = 0; at < (glyphs ?? '').length; at += digits)
      text += font?.get(glyphs?.slice(at, at + digits).toUpperCase() ?? '') ?? ''
  }
  return text.replace(/\s/g, '')
}
