import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { FieldSchema, TapeSchema, ValueType } from './schema.ts'

/**
 * Write the schemas of the loan-level exhibits as the tape reads them: `node lib/tape/write-schemas.ts FOLDER`, where the folder
 * holds the XSD files that the Commission publishes. One JSON file a kind, each element with its type and the words of its codes.
 */
const kinds = {
  'CMBS.xsd': 'cmbs',
  'AutoLoan.xsd': 'auto-loan',
  'AutoLease.xsd': 'auto-lease',
  'RMBS.xsd': 'rmbs',
  'DebtSecurities.xsd': 'debt-securities',
} as const

const byTypeName: [RegExp, ValueType][] = [
  [/DATE_MM_YYYY/, 'month'],
  [/DATE/, 'date'],
  [/TRUE_FALSE/, 'indicator'],
  [/INTEGER/, 'integer'],
  [/STRING/, 'text'],
]

/** ZIP codes, which the schema takes for numbers; they would lose the noughts that they begin with. */
const places = /^geographicalLocation$/

function typeOf(name: string, typeName: string): ValueType {
  if (places.test(name)) return 'text'
  const found = byTypeName.find(([pattern]) => pattern.test(typeName))
  if (found) return found[1]
  if (!/DECIMAL/.test(typeName)) throw new Error(`${name} is of a type nobody knows: ${typeName}`)
  if (/(?:Amount|amount|AmountDue|AmountPaid|Cost|Payment|ResidualValue|RetainedByServicer)$/.test(name))
    return 'amount'
  return /(?:Percentage|percentage|Percent)$/.test(name) ? 'percentage' : 'decimal'
}

/** `… descriptions: 1: Simple, 98: Other`: the words of each code, in the order of the codes. */
function readWords(documentation: string, codes: readonly string[]): Record<string, string> {
  const text = documentation
    .replace(/\s+/g, ' ')
    .replace(/^.*?descriptions:/i, '')
    .trim()
  const starts = codes.map(code => {
    const found = new RegExp(`(?:^|[ ,.])${code} ?: ?`).exec(text)
    return found && { code, from: found.index, to: found.index + found[0].length }
  })
  const known = starts.filter(start => start !== null).sort((one, other) => one.from - other.from)
  return Object.fromEntries(
    known.map(({ code, to }, order) => [
      code,
      text.slice(to, known[order + 1]?.from ?? text.length).replace(/[ ,.]+$/, ''),
    ]),
  )
}

type Element = { name: string; typeName: string; isOfProperty: boolean }

function readXsd(xml: string): TapeSchema {
  const words = new Map<string, Record<string, string>>()
  const elements: Element[] = []
  let namespace = ''
  let [simple, complex, documentation, isDocumentation] = ['', '', '', false]
  let codes: string[] = []
  const parser = new SaxesParser()
  const open = ({ name, attributes }: SaxesTagPlain) => {
    const local = name.replace(/^.*:/, '')
    const given = attributes.name ?? ''
    if (local === 'schema') namespace = attributes.targetNamespace ?? ''
    if (local === 'simpleType') [simple, documentation, codes] = [given, '', []]
    if (local === 'complexType' && given !== '') complex = given
    isDocumentation = local === 'documentation'
    if (local === 'enumeration') codes.push(attributes.value ?? '')
    if (local === 'element' && attributes.type !== undefined && complex !== '')
      elements.push({ name: given, typeName: attributes.type, isOfProperty: complex === 'PROPERTY_TYPE' })
  }
  parser.on('opentag', open)
  parser.on('text', text => {
    if (isDocumentation && simple !== '') documentation += text
  })
  parser.on('closetag', ({ name }) => {
    isDocumentation = false
    if (!/simpleType$/.test(name)) return
    words.set(simple, readWords(documentation, codes))
    simple = ''
  })
  parser.write(xml).close()
  const fields: Record<string, FieldSchema> = {}
  for (const { name, typeName, isOfProperty } of elements) {
    if (typeName.endsWith('ASSET_TYPE') || typeName.endsWith('PROPERTY_TYPE')) continue
    const codeWords = words.get(typeName)
    fields[name] = {
      type: codeWords ? 'code' : typeOf(name, typeName),
      ...(codeWords && { words: codeWords }),
      ...(isOfProperty && { ofProperty: true }),
    }
  }
  return { namespace, fields }
}

const folder = process.argv[2] ?? ''
for (const file of readdirSync(folder)) {
  const kind = kinds[file as keyof typeof kinds]
  if (kind === undefined) continue
  const schema = readXsd(readFileSync(path.join(folder, file), 'utf8'))
  writeFileSync(
    path.join(import.meta.dirname, 'schemas', `${kind}.json`),
    `${JSON.stringify(schema, null, 2)}\n`,
  )
}
