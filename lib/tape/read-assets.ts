import { SaxesParser } from 'saxes'
import { type FaultKind, Faults } from './faults.ts'
import { readValue } from './read-value.ts'
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

/** Why an exhibit is not read: it breaks a rule of XML, defines a type of document, or is of another form. */
export type Unread = {
  reason: 'not-well-formed' | 'document-type' | 'other-form'
  /** What the parser says, or which namespace the root element is of. */
  detail: string
  line: number
}

/** Values are shorter; the text of one element is kept up to here. */
const longestValue = 1000

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

class AssetReader {
  #parser = new SaxesParser()
  #firstLine: number
  unread: Unread | null = null
  #read: Assets | null = null
  #path: string[] = []
  #text = ''
  #valueLine = 1
  #asset = -1
  #property = -1
  #schema: Record<string, FieldSchema> = {}

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
    return this.#firstLine + this.#parser.line - 1
  }

  #refuse(reason: Unread['reason'], detail: string): void {
    this.unread ??= { reason, detail, line: this.#line }
  }

  write(piece: string): void {
    this.#parser.write(piece)
  }

  end(): { read: Assets } | { unread: Unread } {
    this.#parser.close()
    if (this.unread) return { unread: this.unread }
    return this.#read
      ? { read: this.#read }
      : { unread: { reason: 'not-well-formed', detail: '', line: this.#line } }
  }

  #open(qualified: string, attributes: Record<string, string>): void {
    const name = qualified.replace(/^.*:/, '')
    if (this.#path.length === 0) this.#begin(qualified, attributes)
    this.#path.push(name)
    this.#text = ''
    this.#valueLine = this.#line
    const read = this.#read
    if (!read) return
    if (this.#path.length === 2 && name === 'assets') this.#asset = read.assets.begin(this.#line)
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
    this.#read = {
      kind,
      assets: new ValueTable(),
      properties: new ValueTable(),
      assetOfProperty: [],
      faults: new Faults(),
    }
  }

  #add(text: string): void {
    if (this.#text.length <= longestValue) this.#text += text.slice(0, longestValue + 1)
  }

  #close(name: string): void {
    const depth = this.#path.length
    const isInProperty = depth === 4 && this.#path[2] === 'property'
    this.#path.pop()
    const text = this.#text.trim()
    this.#text = ''
    if (depth === 3 && name === 'property') this.#property = -1
    else if (depth === 3 || isInProperty) this.#take(name, text)
    else if (depth > 3) this.#read?.faults.add('unknown-field', name, text, this.#valueLine)
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
