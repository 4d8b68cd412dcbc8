import { describe, expect, it } from 'vitest'
import { readFixture } from '../testing/cover-texts.ts'

const PARTIES = [
  { role: 'Depositor', key: 'depositor', name: 'Brambling Funding Corp.' },
  { role: 'Sponsor', key: 'sponsor', name: 'Siskin Savings Bank, FSB' },
  { role: 'Seller', key: 'seller', name: 'Linnet Home Loans LLC' },
  { role: 'Master Servicer', key: 'masterServicer', name: 'Twite Servicing, Inc.' },
  { role: 'Indenture Trustee', key: 'trustee', name: 'Redpoll Trust Company' },
] as const
const NAMES = Object.fromEntries(PARTIES.map(({ key, name }) => [key, name]))

/** What stands below a party's name on title pages, line by line. */
const DETAILS = [
  ['(a Delaware corporation)'],
  ['a national banking association'],
  ['(an affiliate of the depositor', 'and a Delaware limited liability company)'],
  ['A WHOLLY-OWNED SUBSIDIARY OF REDSTART GROUP'],
  ['Organized under the laws of the State of Nevada'],
  ['100 Main Street', 'Columbus, Ohio 43215'],
  ['One Liberty Plaza, 4th Floor', 'New York, New York'],
  ['P.O. Box 12', 'Dover, DE 19901'],
  ['(formerly Bullfinch Funding)'],
]

type Block = string[]
const centred = (line: string) => ' '.repeat(Math.floor((80 - line.length) / 2)) + line
/** How pages part the parties; each block is a name, what is told of its party, and its role. */
const SETTINGS: Record<string, (blocks: Block[]) => string> = {
  'blocks of text': blocks => blocks.map(lines => lines.map(centred).join('\n')).join('\n\n'),
  'text without blank lines': blocks => blocks.flat().map(centred).join('\n'),
  'text of blank lines': blocks => blocks.flat().map(centred).join('\n\n'),
  paragraphs: blocks => html(blocks.map(lines => `<P ALIGN=CENTER>${lines.join('<BR>')}</P>`)),
  'a paragraph each': blocks => html(blocks.flat().map(line => `<P ALIGN=CENTER>${line}</P>`)),
  'cells of a table': blocks =>
    html([`<TABLE>${blocks.map(lines => `<TR><TD>${lines.join('<BR>')}</TD></TR>`).join('')}</TABLE>`]),
  'rows of a table': blocks =>
    html([
      `<TABLE>${blocks
        .flat()
        .map(line => `<TR><TD>${line}</TD></TR>`)
        .join('')}</TABLE>`,
    ]),
}
const html = (parts: string[]) => `<HTML><BODY>\n${parts.join('\n')}\n</BODY></HTML>`

function readNamed(text: string): Record<string, string> {
  const { value } = readFixture(text)
  return Object.fromEntries(
    PARTIES.flatMap(({ key }) => {
      const party = value[key]
      return party === null ? [] : [[key, party.value]]
    }),
  )
}

describe.each(Object.entries(SETTINGS))('parties in %s', (setting, draw) => {
  const title = ['Prospectus Supplement, Asset-Backed Notes']

  it.each(DETAILS.map(lines => ({ lines })))('keep their names over $lines', ({ lines }) => {
    for (const [told] of PARTIES.entries()) {
      const blocks = PARTIES.map(({ role, name }, index) => [name, ...(index === told ? lines : []), role])
      expect(readNamed(draw([title, ...blocks]))).toEqual(NAMES)
    }
  })

  it('keep their names around one that is not understood', () => {
    for (const odd of PARTIES) {
      const blocks = PARTIES.map(({ role, name }) => [role === odd.role ? 'BULLFINCH' : name, role])
      const { [odd.key]: _, ...others } = NAMES
      expect(readNamed(draw([title, ...blocks])), `${setting}, ${odd.role}`).toEqual(others)
    }
  })
})

describe('a sheet of roles and names', () => {
  const leaders = {
    points: (role: string) => `${role.padEnd(30, '.')} `,
    'points before a gap': (role: string) => `${role.padEnd(30, '.')}      `,
    'points with blanks': (role: string) => `${role}${' .'.repeat(12)} `,
    'two points': (role: string) => `${role}.. `,
    'a line': (role: string) => `${role.padEnd(30, '_')} `,
    ellipses: (role: string) => `${role}……… `,
  }
  it.each(Object.entries(leaders))('reads past %s', (_, lead) => {
    const rows = PARTIES.map(({ role, name }) => lead(role) + name)
    expect(readNamed(`Preliminary term sheet, asset-backed notes\n\n${rows.join('\n')}\n`)).toEqual(NAMES)
  })

  it.each([
    '100 Main Street, Columbus, Ohio 43215',
    '12-14 Quarry Lane',
    'New York, New York',
    'P.O. Box 7, Dover, Delaware',
  ])('reads names before %s', address => {
    const rows = PARTIES.map(
      ({ role, name }) => `<TR><TD>${role}</TD><TD>&nbsp;</TD><TD>${name}, ${address}</TD></TR>`,
    )
    const inText = PARTIES.map(({ role, name }) => `${`${role}:`.padEnd(30)}${name}, ${address}`)
    expect(readNamed(html(['<P>Term sheet, asset-backed notes</P><TABLE>', ...rows, '</TABLE>']))).toEqual(
      NAMES,
    )
    expect(readNamed(`Term sheet, asset-backed notes\n\n${inText.join('\n')}\n`)).toEqual(NAMES)
  })

  it('gives no name of a row to the role of another', () => {
    for (const odd of PARTIES) {
      const rows = PARTIES.map(
        ({ role, name }) =>
          `<TR><TD>${role}</TD><TD>&nbsp;</TD><TD>${role === odd.role ? 'BULLFINCH' : name}</TD></TR>`,
      )
      const { [odd.key]: _, ...others } = NAMES
      expect(
        readNamed(html(['<P>Term sheet, asset-backed notes</P><TABLE>', ...rows, '</TABLE>'])),
        odd.role,
      ).toEqual(others)
    }
  })
})
