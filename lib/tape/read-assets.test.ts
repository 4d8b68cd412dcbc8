import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inventedCar } from '../testing/invented-exhibit.ts'
import { printExhibit } from '../testing/print-exhibit.ts'
import { readAssets } from './read-assets.ts'
import { schemaOf, type TapeKind } from './schema.ts'
import type { ValueTable } from './table-of-values.ts'

const valuesOf = (table: ValueTable) =>
  [...table.columns].map(([field, column]) => [
    field,
    Array.from({ length: table.length }, (_, row) => [column.get(row), column.lineOf(row)]),
  ])

/** All that is read of an exhibit whose text comes in pieces of so many characters. */
function readInPieces(text: string, length: number) {
  const pieces = Array.from({ length: Math.ceil(text.length / length) }, (_, at) =>
    text.slice(at * length, (at + 1) * length),
  )
  const result = readAssets(pieces, 7)
  if ('unread' in result) return result
  const { assets, properties, assetOfProperty, faults } = result.read
  return {
    assets: valuesOf(assets),
    properties: valuesOf(properties),
    lines: [[...assets.firstLines], [...properties.firstLines]],
    assetOfProperty,
    faults: faults.all,
  }
}

/** What stands in an asset, plain elements and all that is not as plain. */
const parts = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('assetNumber', 'originalLoanAmount', 'numberProperties', 'loanName'),
  },
  { weight: 6, arbitrary: fc.constantFrom('originationDate', 'propertyState', 'mysteriousElement') },
)
const values = fc.constantFrom(
  '12',
  '100.25',
  ' 12 ',
  '-3.456',
  '01-31-2026',
  '1/2',
  'NY',
  '',
  'R &amp; B',
  'a]b',
  'é',
  '<![CDATA[5]]>',
  '<!-- 6 -->7',
  '1\n2',
  '\t8',
  'x'.repeat(1001),
  '1e3',
)
const elements = fc
  .tuple(
    parts,
    values,
    fc.constantFrom('', ' at="1"', ' '),
    fc.constantFrom('\n  ', '', '\n\n', '\r\n', ' words '),
  )
  .map(([name, value, attribute, before]) => `${before}<${name}${attribute}>${value}</${name}>`)
const others = fc.constantFrom(
  '<!-- <assetNumber>1</assetNumber> -->',
  '<!-- a > b <assetNumber>\n1</assetNumber> -->',
  '<![CDATA[<assetNumber>1</assetNumber>]]>',
  '<!-- a > <assetNumber>1</assetNumber> -->',
  '<![CDATA[a > <assetNumber>1</assetNumber>]]>',
  '<?note <assetNumber>1</assetNumber>?>',
  '<loanName/>',
  '<assetNumber>1</loanName>',
  '&unknown;',
  '<loanName><assetNumber>4</assetNumber></loanName>',
)
const content = fc.array(fc.oneof({ weight: 20, arbitrary: elements }, { weight: 2, arbitrary: others }), {
  maxLength: 12,
})
const property = content.map(inside => `\n <property>${inside.join('')}\n </property>`)
const asset = fc
  .tuple(content, fc.array(property, { maxLength: 2 }), content)
  .map(
    ([one, properties, two]) => `\n<assets>${one.join('')}${properties.join('')}${two.join('')}\n</assets>`,
  )

function exhibitOf(kind: TapeKind, inside: string): string {
  return `<?xml version="1.0"?>\n<assetData xmlns="${schemaOf(kind).namespace}">${inside}\n</assetData>\n`
}

test('reads the same of an exhibit that comes whole and of one that comes character by character', () => {
  fc.assert(
    fc.property(fc.array(asset, { maxLength: 4 }), fc.integer({ min: 2, max: 90 }), (assets, length) => {
      const text = exhibitOf('cmbs', assets.join(''))
      const slowly = readInPieces(text, 1)
      expect(readInPieces(text, text.length)).toEqual(slowly)
      expect(readInPieces(text, length)).toEqual(slowly)
    }),
    { numRuns: 200, seed: 20261201 },
  )
})

test('reads elements with a prefix, also one that a pattern would take for more than itself', () => {
  for (const prefix of ['a', 'a.b', 'a-b']) {
    const text = `<${prefix}:assetData xmlns:${prefix}="${schemaOf('cmbs').namespace}"><${prefix}:assets><${prefix}:assetNumber>4</${prefix}:assetNumber></${prefix}:assets></${prefix}:assetData>`
    expect(readInPieces(text, text.length)).toMatchObject({ assets: [['assetNumber', [['4', 7]]]] })
  }
})

test('blanks before the declaration of XML are read past, whichever piece they come in, and lines count on', () => {
  const text = printExhibit('auto-loan', [inventedCar])
  const spread = `\n \t\r\n\n  ${text}`
  expect(text).toMatch(/^<\?xml/)
  for (const length of [1, 3, spread.length]) {
    const read = readInPieces(spread, length)
    if ('unread' in read) throw new Error(read.unread.detail)
    const plain = readInPieces(text, text.length)
    if ('unread' in plain) throw new Error(plain.unread.detail)
    expect(read.lines[0]).toEqual(plain.lines[0]?.map(line => line + 3))
  }
})

test('an element in the place of an asset is told with all that stands in it, and gives nothing to the asset before it', () => {
  const [known, odd] = [{ assetNumber: '1' }, { ...inventedCar, assetNumber: '2' }]
  const text = printExhibit('auto-loan', [known, odd, { ...odd, assetNumber: '3' }])
  const [first, ...others] = text.split(/(?=<assets>)/).slice(1)
  const upper = others.map(one => one.replaceAll(/(<\/?)assets>/g, '$1ASSETS>'))
  const spoilt = text.slice(0, text.indexOf('<assets>')) + [first, ...upper].join('')
  for (const length of [1, 40, spoilt.length]) {
    const read = readInPieces(spoilt, length)
    if ('unread' in read) throw new Error(read.unread.detail)
    expect(read.lines[0]).toHaveLength(1)
    expect(read.assets).toEqual([['assetNumber', [['1', expect.any(Number)]]]])
    const lineOf = (part: string) => 6 + spoilt.slice(0, spoilt.indexOf(part) + 1).split('\n').length
    expect(read.faults).toEqual([
      {
        kind: 'unknown-field',
        field: 'ASSETS',
        count: 2 * Object.keys(odd).length,
        first: { text: odd.assetTypeNumber, line: lineOf('<assetTypeNumber>') },
      },
      { kind: 'unknown-element', field: 'ASSETS', count: 2, first: { text: '', line: lineOf('<ASSETS>') } },
    ])
  }
})

test('a property in no asset is no property of the asset before it', () => {
  const text = printExhibit('cmbs', [{ assetNumber: '1' }, { property: [{ propertyState: 'NY' }] }])
  const at = text.lastIndexOf('<assets>')
  const read = readInPieces(text.slice(0, at) + text.slice(at).replaceAll(/(<\/?)assets>/g, '$1Assets>'), 9)
  if ('unread' in read) throw new Error(read.unread.detail)
  expect([read.properties, read.assetOfProperty]).toEqual([[], []])
})
