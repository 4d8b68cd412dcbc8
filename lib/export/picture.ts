import { px } from '../charts/drawing.ts'
import { breakText } from '../charts/text-width.ts'
import { chartColours, inTheme, type Theme } from './chart-inks.ts'
import { fontFace } from './font-face.ts'

type Colour = keyof typeof chartColours

/** Lines of words in a picture, one under the other. */
export type Words = { lines: string[]; size: number; pitch: number; colour: Colour; weight?: number }

/** A figure with what stands over and under it. */
export type Picture = {
  title: string
  describedAs: string
  theme: Theme
  /** Of the figure, in pixels. */
  width: number
  height: number
  head: Words[]
  foot: Words[]
  /** Hatchings by their ids, with their colours. */
  hatches: Record<string, string>
  /** The figure's shapes as SVG. */
  shapes: string[]
}

/** Around the figure and its words, in pixels. */
const margin = 24
const fonts = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

/** A picture that needs nothing else: SVG with its own colours and font, on paper or on the dark. */
export function framePicture({
  title,
  describedAs,
  theme,
  width,
  height,
  head,
  foot,
  hatches,
  shapes,
}: Picture): string {
  const top = margin + heightOf(head) + 12
  const below = top + height + 8
  const size = { width: width + 2 * margin, height: Math.ceil(below + heightOf(foot) + margin - 8) }
  const svg = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="title desc" font-family="${fonts}" font-size="12">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(describedAs)}</desc>`,
    `<style>${fontFace()}</style>`,
    drawHatches(hatches),
    `<rect width="100%" height="100%" fill="${chartColours.paper}"/>`,
    drawWords(head, margin),
    `<g transform="translate(${margin} ${top})" style="font-variant-numeric:tabular-nums">`,
    ...shapes,
    '</g>',
    drawWords(foot, below),
    '</svg>',
    '',
  ].join('\n')
  return inTheme(svg, theme)
}

/** A text in as many lines as it takes at a width in pixels; none of an empty one. */
export function wordsIn(
  text: string,
  width: number,
  how: { size: number; colour: Colour; weight?: number },
): Words[] {
  const lines = text === '' ? [] : breakText(text, width, how.size * 1.08)
  return lines.length === 0 ? [] : [{ lines, pitch: Math.round(how.size * 1.35), ...how }]
}

const gapOfWords = 4

function heightOf(words: Words[]): number {
  return words.reduce((sum, { lines, pitch }) => sum + lines.length * pitch + gapOfWords, 0)
}

function drawWords(words: Words[], top: number): string {
  let y = top
  const drawn = words.flatMap(({ lines, size, pitch, colour, weight }) => {
    const texts = lines.map((line, index) => {
      const base = y + index * pitch + size
      const bold = weight ? ` font-weight="${weight}"` : ''
      return `<text x="${margin}" y="${base}" font-size="${size}" fill="${chartColours[colour]}"${bold}>${escapeXml(line)}</text>`
    })
    y += lines.length * pitch + gapOfWords
    return texts
  })
  return drawn.join('\n')
}

function drawHatches(hatches: Picture['hatches']): string {
  const patterns = Object.entries(hatches).map(
    ([id, colour]) =>
      `<pattern id="${id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v5" stroke="${colour}" stroke-width="1.2"/></pattern>`,
  )
  return `<defs>${patterns.join('')}</defs>`
}

/** A text of a figure at a place in pixels. */
export function textAt(
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  text: string,
  colour: string = chartColours['ink-3'],
): string {
  return `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}" fill="${colour}">${escapeXml(text)}</text>`
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** A text of a filing as XML has it: what is no character of XML is left out. */
export function escapeXml(text: string): string {
  return [...text]
    .filter(isXml)
    .map(letter => entities[letter] ?? letter)
    .join('')
}

/** XML 1.0, 2.2: no control characters but three, no halves of surrogate pairs, no U+FFFE and U+FFFF. */
function isXml(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}
