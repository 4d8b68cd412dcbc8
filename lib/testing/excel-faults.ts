import { unzipped } from './unzipped.ts'

/**
 * For tests: what of an XLSX file Excel would refuse, repair or leave out, as its limits and the grammar of its names are
 * published. None of it troubles other programs, so opening a file in them shows nothing.
 */
export async function excelFaults(bytes: Uint8Array): Promise<string[]> {
  const files = new Map(
    [...(await unzipped(Buffer.from(bytes)))].map(([name, content]) => [name, content.toString('utf8')]),
  )
  const book = files.get('xl/workbook.xml') ?? ''
  const sheets = [...files].filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
  return [
    ...[...files].flatMap(([name, text]) => faultsOfXml(text).map(fault => `${name}: ${fault}`)),
    ...faultsOfSheetNames(book),
    ...faultsOfNames(book),
    ...sheets.flatMap(([name, text]) => faultsOfSheet(text).map(fault => `${name}: ${fault}`)),
    ...[...files].flatMap(([name, text]) => (name.endsWith('.rels') ? faultsOfLinks(text) : [])),
    ...faultsOfTexts(files.get('xl/sharedStrings.xml') ?? ''),
    ...faultsOfStyles(files.get('xl/styles.xml') ?? ''),
  ]
}

const most = {
  sheetName: 31,
  name: 255,
  text: 32_767,
  formula: 8192,
  arguments: 255,
  nested: 64,
  links: 65_530,
  link: 2083,
  rows: 1_048_576,
  columns: 16_384,
  height: 409.5,
  width: 255,
  styles: 64_000,
  fonts: 1024,
  format: 255,
  footer: 255,
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text as it is meant: what XML and what Excel escape. */
function meant(text: string): string {
  return text
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, digits, name) =>
      name ? (entities[name] ?? '') : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(digits)),
    )
    .replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

const allOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)
const over = (what: string, values: readonly number[], limit: number) =>
  values.filter(value => value > limit).map(value => `${what} ${value}, and ${limit} is the most`)

function faultsOfXml(text: string): string[] {
  // Half a letter becomes U+FFFD where it is written.
  const wrong = /(?![\t\n\r\u007f-\u009f])[\p{Cc}\ufffd-\uffff]/u.exec(text)
  return wrong ? [`character ${JSON.stringify(wrong[0])} is none of XML, or is half of one`] : []
}

function repeated(names: readonly string[]): string[] {
  const folded = names.map(name => name.normalize('NFKC').toLowerCase())
  return names.filter((_, order) => folded.indexOf(folded[order] ?? '') < order)
}

function faultsOfSheetNames(book: string): string[] {
  const names = allOf(book, /<sheet [^>]*?name="([^"]*)"/g).map(meant)
  const refused = names.filter(
    name =>
      name === '' ||
      name.length > most.sheetName ||
      /[[\]:*?/\\]|^'|'$|^\s|\s$/.test(name) ||
      /^history$/i.test(name),
  )
  return [...refused, ...repeated(names)].map(name => `sheet “${name}” has a name that Excel refuses`)
}

/** > A1  XFD1048576  R1C1  RC  C[-1] */
function isCell(name: string): boolean {
  const [, letters = '', digits = ''] = /^([a-z]{1,3})(\d+)$/i.exec(name) ?? []
  const column = [...letters.toUpperCase()].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0)
  const isPlain = column > 0 && column <= most.columns && Number(digits) > 0 && Number(digits) <= most.rows
  return isPlain || /^(?:r\d*)?(?:c\d*)?$/i.test(name)
}

function faultsOfNames(book: string): string[] {
  const names = allOf(book, /<definedName [^>]*?name="([^"]*)"/g)
    .map(meant)
    .filter(name => !name.startsWith('_xlnm.'))
  const refused = names.filter(
    name =>
      name.length > most.name ||
      !/^[\p{L}_\\][\p{L}\p{Nd}_.\\?]*$/u.test(name) ||
      isCell(name) ||
      /^(?:true|false|print_area|print_titles)$/i.test(name),
  )
  return [...refused, ...repeated(names)].map(name => `name “${name}” is one that Excel refuses`)
}

function faultsOfSheet(text: string): string[] {
  const numbers = (pattern: RegExp) => allOf(text, pattern).map(Number)
  const formulas = allOf(text, /<f[^>]*>([^<]*)<\/f>/g).map(meant)
  const shapes = formulas.map(shapeOf)
  return [
    ...over('links', [allOf(text, /(<hyperlink )/g).length], most.links),
    ...over('row', numbers(/<row [^>]*?r="(\d+)"/g), most.rows),
    ...over('height', numbers(/<row [^>]*?ht="([\d.]+)"/g), most.height),
    ...over('width', numbers(/<col [^>]*?width="([\d.]+)"/g), most.width),
    ...over('column', numbers(/<col [^>]*?max="(\d+)"/g), most.columns),
    ...over(
      'characters of a formula',
      formulas.map(({ length }) => length),
      most.formula,
    ),
    ...over(
      'arguments',
      shapes.map(shape => shape.arguments),
      most.arguments,
    ),
    ...over(
      'levels of a formula',
      shapes.map(shape => shape.nested),
      most.nested,
    ),
    ...over(
      'characters of a footer',
      allOf(text, /<odd(?:Footer|Header)>([^<]*)</g).map(one => meant(one).length),
      most.footer,
    ),
    ...faultsOfTexts(text),
  ]
}

/** The most arguments of a function, and how deep functions stand in each other; texts and names of sheets aside. */
function shapeOf(formula: string): { arguments: number; nested: number } {
  const plain = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '')
  const open: number[] = []
  let [widest, deepest] = [0, 0]
  for (const sign of plain) {
    if (sign === '(') open.push(1)
    else if (sign === ',') open.push((open.pop() ?? 0) + 1)
    else if (sign === ')') widest = Math.max(widest, open.pop() ?? 0)
    deepest = Math.max(deepest, open.length)
  }
  return { arguments: widest, nested: deepest }
}

function faultsOfLinks(text: string): string[] {
  const targets = allOf(text, /Target="([^"]*)"/g).map(meant)
  return over(
    'characters of a link',
    targets.map(({ length }) => length),
    most.link,
  )
}

function faultsOfTexts(text: string): string[] {
  const texts = allOf(text, /<(?:si|is)>(.*?)<\/(?:si|is)>/gs).map(one =>
    meant(allOf(one, /<t[^>]*>([^<]*)<\/t>/g).join('')),
  )
  return over(
    'characters of a text',
    texts.map(({ length }) => length),
    most.text,
  )
}

function faultsOfStyles(text: string): string[] {
  const inside = (tag: string, one: string) => {
    const [, content = ''] = new RegExp(`<${tag}[ >](.*?)</${tag}>`, 's').exec(text) ?? []
    return content.split(`<${one}`).length - 1
  }
  return [
    ...over('styles', [inside('cellXfs', 'xf')], most.styles),
    ...over('fonts', [inside('fonts', 'font')], most.fonts),
    ...over(
      'characters of a format',
      allOf(text, /formatCode="([^"]*)"/g).map(one => meant(one).length),
      most.format,
    ),
  ]
}
