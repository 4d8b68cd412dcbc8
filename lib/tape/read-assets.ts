import { SaxesParser } from 'saxes'
import { countBreaks } from '../filing/count-breaks.ts'
import { type FaultKind, Faults } from './faults.ts'
import { LeafScanner } from './leaf-scanner.ts'
import { findOtherCurrency } from './other-currency.ts'
import { longestValue, readValue } from './read-value.ts'
import { type FieldSchema, kindOfNamespace, schemaOf, type TapeKind } from './schema.ts'
import { ValueTable } from './table-of-values.ts'

/** All that an exhibit holds: a row an `assets` element, and a row a `property` within one. */
export type Assets = {
  kind: TapeKind
  assets: ValueTable
  properties: ValueTable
  /** The asset that a property stands in, by the property's row. */
  assetOfProperty: number[]
  faults: Faults
}

/** Why an exhibit is not read: it breaks a rule of XML, defines a type of document, is of another form, or not in dollars. */
export type Unread = {
  reason: 'not-well-formed' | 'document-type' | 'other-form' | 'other-currency' | 'several-currencies'
  /** What the parser says, which namespace the root element is of, or which currencies the amounts are in. */
  detail: string
  line: number
}

/** A tag is shorter; what goes on for longer is given to the parser as far as it is there. */
const longestTag = 65_536

/**
 * Read the assets of a loan-level exhibit, a piece of its text after another; nothing of it is kept but its values. Definitions
 * of entities are never followed: an exhibit with a document type is not read at all.
 *
 * `firstLine` is the line of the file on which the text begins.
 */
export function readAssets(
  pieces: Iterable<string>,
  firstLine: number,
): { read: Assets } | { unread: Unread } {
  const reader = new AssetReader(firstLine)
  for (const piece of pieces) {
    reader.write(piece)
    if (reader.unread) return { unread: reader.unread }
  }
  return reader.end()
}

/**
 * Reads an exhibit that is written to it. Elements that hold a plain value and nothing else, as nearly all do, are read where they
 * stand (`LeafScanner`); all that is between them is the parser's. Leaving out an element that is whole changes nothing of what the
 * parser thinks of the others, as long as it stands in the content of an element, which the parser tells by the tag before it.
 */
export class AssetReader {
  #parser = new SaxesParser()
  #firstLine: number
  /** Line breaks of elements that the parser was not given. */
  #linesLeftOut = 0
  unread: Unread | null = null
  #read: Assets | null = null
  #leaves: LeafScanner | null = null
  #path: string[] = []
  #text = ''
  #valueLine = 1
  /** The line on which the asset begins, or what stands in its place. */
  #outerLine = 1
  #asset = -1
  #property = -1
  #schema: Record<string, FieldSchema> = {}
  /** What has come of a tag that is not whole. */
  #begun = ''
  #hasBegun = false
  /** True right behind a tag. */
  #isInContent = false

  constructor(firstLine: number) {
    this.#firstLine = firstLine
    const parser = this.#parser
    parser.on('error', error => this.#refuse('not-well-formed', error.message.replace(/^\d+:\d+: /, '')))
    parser.on('doctype', () => this.#refuse('document-type', ''))
    parser.on('opentag', ({ name, attributes }) => this.#open(name, attributes))
    parser.on('text', text => this.#add(text))
    parser.on('cdata', text => this.#add(text))
    parser.on('closetag', ({ name }) => this.#close(name.replace(/^.*:/, '')))
  }

  get #line(): number {
    return this.#firstLine + this.#parser.line - 1 + this.#linesLeftOut
  }

  #refuse(reason: Unread['reason'], detail: string): void {
    this.unread ??= { reason, detail, line: this.#line }
  }

  /** The line on which all ends that was read. */
  get line(): number {
    return this.#line + countBreaks(this.#begun)
  }

  write(piece: string): void {
    let text = this.#begun === '' ? piece : this.#begun + piece
    if (!this.#hasBegun) text = this.#withoutBlanks(text)
    let at = 0
    while (this.unread === null) {
      if (this.#isInContent) at = this.#readLeaves(text, at)
      const end = text.indexOf('>', at) + 1
      if (end === 0) break
      this.#parse(text.slice(at, end))
      at = end
    }
    this.#begun = text.slice(at)
    if (this.#begun.length > longestTag) {
      this.#parse(this.#begun)
      this.#begun = ''
    }
  }

  /** Nothing may stand before a declaration of XML, and blanks there mean nothing; saving from a browser leaves some. */
  #withoutBlanks(text: string): string {
    const rest = text.trimStart()
    this.#linesLeftOut += countBreaks(text.slice(0, text.length - rest.length))
    this.#hasBegun = rest !== ''
    return rest
  }

  /** No more than one tag ends in the text, and with it. */
  #parse(text: string): void {
    this.#isInContent = false
    this.#parser.write(text)
  }

  /** Read the plain values that stand at an offset one after another; gives the offset behind the last of them. */
  #readLeaves(text: string, at: number): number {
    const leaves = this.#leaves
    const table = this.#openTable
    if (leaves === null || table === null) return at
    const ofProperty = this.#property >= 0
    const row = ofProperty ? this.#property : this.#asset
    const before = leaves.lines
    const end = leaves.scan(text, { at, table, ofProperty, row, line: this.#line })
    this.#linesLeftOut += leaves.lines - before
    return end
  }

  /** The table whose fields stand here: of an asset or a property that is open. */
  get #openTable(): ValueTable | null {
    const [, second, third] = this.#path
    if (second !== 'assets') return null
    if (this.#path.length === 2) return this.#read?.assets ?? null
    return this.#path.length === 3 && third === 'property' ? (this.#read?.properties ?? null) : null
  }

  end(): { read: Assets } | { unread: Unread } {
    this.#parser.write(this.#begun)
    this.#parser.close()
    this.unread ??= this.#read && findOtherCurrency(this.#read.assets)
    if (this.unread) return { unread: this.unread }
    return this.#read
      ? { read: this.#read }
      : { unread: { reason: 'not-well-formed', detail: '', line: this.#line } }
  }

  #open(qualified: string, attributes: Record<string, string>): void {
    this.#isInContent = true
    const name = qualified.replace(/^.*:/, '')
    if (this.#path.length === 0) this.#begin(qualified, attributes)
    this.#path.push(name)
    this.#text = ''
    this.#valueLine = this.#line
    const read = this.#read
    if (!read) return
    if (this.#path.length === 2) this.#outerLine = this.#line
    if (this.#path[1] !== 'assets') return
    if (this.#path.length === 2) this.#asset = read.assets.begin(this.#line)
    if (this.#path.length === 3 && name === 'property') {
      this.#property = read.properties.begin(this.#line)
      read.assetOfProperty.push(this.#asset)
    }
  }

  #begin(qualified: string, attributes: Record<string, string>): void {
    const prefix = /^(.*):/.exec(qualified)?.[1]
    const namespace = attributes[prefix === undefined ? 'xmlns' : `xmlns:${prefix}`] ?? ''
    const kind = kindOfNamespace(namespace)
    if (kind === null) {
      this.#refuse('other-form', namespace)
      return
    }
    this.#schema = schemaOf(kind).fields
    const read = {
      kind,
      assets: new ValueTable(),
      properties: new ValueTable(),
      assetOfProperty: [],
      faults: new Faults(),
    }
    this.#read = read
    if (/^\w*$/.test(prefix ?? '')) this.#leaves = new LeafScanner(this.#schema, prefix)
  }

  #add(text: string): void {
    if (this.#text.length <= longestValue) this.#text += text.slice(0, longestValue + 1)
  }

  #close(name: string): void {
    this.#isInContent = true
    const depth = this.#path.length
    const [, outer = '', inner] = this.#path
    const isInProperty = depth === 4 && inner === 'property'
    this.#path.pop()
    const text = this.#text.trim()
    this.#text = ''
    if (depth >= 2 && outer !== 'assets') this.#tellUnknown(outer, depth, text)
    else if (depth === 3 && name === 'property') this.#property = -1
    else if (depth === 3 || isInProperty) this.#take(name, text)
    else if (depth > 3) this.#read?.faults.add('unknown-field', name, text, this.#valueLine)
  }

  /** An element where assets stand that is none, and what stands in it. */
  #tellUnknown(outer: string, depth: number, text: string): void {
    const faults = this.#read?.faults
    if (text !== '') faults?.add('unknown-field', outer, text, this.#valueLine)
    if (depth === 2) faults?.add('unknown-element', outer, '', this.#outerLine)
  }

  #take(name: string, text: string): void {
    const read = this.#read
    if (!read || text === '') return
    const isOfProperty = this.#property >= 0
    const table = isOfProperty ? read.properties : read.assets
    const row = isOfProperty ? this.#property : this.#asset
    const field = Object.hasOwn(this.#schema, name) ? this.#schema[name] : undefined
    const value = field === undefined ? null : readValue(text, field)
    const fault = this.#faultOf(field, isOfProperty, table.has(row, name), value, text)
    if (field === undefined || value === null || fault !== null)
      read.faults.add(fault ?? 'unreadable-value', name, text, this.#valueLine)
    else table.set(row, name, field, value, this.#valueLine)
  }

  /** What is wrong with a value; null where it is as the schema says. */
  #faultOf(
    field: FieldSchema | undefined,
    isOfProperty: boolean,
    isRepeated: boolean,
    value: number | string | null,
    text: string,
  ): FaultKind | null {
    if (field === undefined || (field.ofProperty ?? false) !== isOfProperty) return 'unknown-field'
    if (text.length > longestValue) return 'long-value'
    if (isRepeated) return 'repeated-field'
    if (value !== null) return null
    return field.type === 'code' ? 'unknown-code' : 'unreadable-value'
  }
}
