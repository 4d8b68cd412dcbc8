import { describe, expect, it } from 'vitest'
import type { Coverage, Deal, Exhibit, FilingDocument } from '../report.ts'
import { depositorCover, readFixture } from '../testing/cover-texts.ts'
import { explainNoStratifications } from './no-stratifications.ts'

const at = { line: 1, start: 1, end: 2 }
const nothing: Coverage = {
  lines: 1,
  blank: 0,
  cover: 0,
  table: 0,
  footnote: 0,
  prose: 1,
  furniture: 0,
  unexplained: 0,
}
const document: FilingDocument = {
  sequence: 1,
  type: '8-K',
  filename: null,
  description: null,
  format: 'text',
  lines: [1, 1],
}
const { value: base } = readFixture(depositorCover)

function exhibit(
  number: string,
  medium: NonNullable<Exhibit['medium']>['value'],
  preparedBy: string | null,
): Exhibit {
  return {
    number: { value: number, at },
    description: { value: 'Materials filed on Form SE dated May 4, 2003', at },
    medium: { value: medium, at },
    preparedBy: preparedBy === null ? null : { value: preparedBy, at },
  }
}

function dealWith(exhibits: Exhibit[]): Deal {
  return { ...base, exhibits }
}

function explain(exhibits: Exhibit[], more: Partial<Parameters<typeof explainNoStratifications>[0]> = {}) {
  const facts = {
    deal: dealWith(exhibits),
    documents: [document],
    coverage: nothing,
    otherTables: 0,
    paidLoans: 0,
    holdsNoLoans: false,
    leftOut: false,
    nameXml: () => 'XML data',
    ...more,
  }
  return explainNoStratifications(facts)
}

describe('why nothing is shown', () => {
  it('names exhibits on paper, who prepared them and the date of Form SE', () => {
    expect(explain([exhibit('99.1', 'paper', 'Larch Inc.'), exhibit('99.2', 'paper', null)])).toEqual({
      reason: 'exhibits-filed-on-paper',
      message:
        'Exhibits 99.1 (prepared by Larch Inc.) and 99.2 were filed on paper under Form SE dated 4 May 2003, so the electronic filing holds no tables.',
    })
  })

  it('prefers paper to all else, since that is where the tables are', () => {
    const reason = explain([exhibit('99.1', 'paper', null), exhibit('99.2', 'missing', null)], {
      otherTables: 3,
    })
    expect(reason.reason).toBe('exhibits-filed-on-paper')
  })

  it('says that an exhibit is a picture', () => {
    expect(explain([exhibit('99', 'graphic', null)])).toEqual({
      reason: 'exhibits-are-graphics',
      message: 'Exhibit 99 was filed as pictures or PDF, so there is no text to read tables from.',
    })
  })

  it('names documents that are not text when no exhibit is listed', () => {
    const deck: FilingDocument = { ...document, format: 'pdf', filename: 'deck.pdf' }
    expect(explain([], { documents: [document, deck] }).message).toContain(
      'deck.pdf was filed as pictures or PDF',
    )
  })

  it('says that a listed exhibit is not in the file', () => {
    expect(explain([exhibit('99.1', 'missing', null)]).message).toBe(
      'Exhibit 99.1 is listed but not in this file. Drop the complete submission, or the exhibit itself.',
    )
  })

  it('counts tables that are something else', () => {
    expect(explain([exhibit('20', 'included', null)], { otherTables: 2 })).toEqual({
      reason: 'only-other-tables',
      message: 'The filing holds 2 tables. None of them breaks down a pool.',
    })
  })

  it('owns up to lines of figures that were not understood', () => {
    expect(explain([], { coverage: { ...nothing, unexplained: 7 } }).reason).toBe('tables-not-understood')
    expect(explain([], { leftOut: true, coverage: { ...nothing, unexplained: 7 } }).reason).toBe(
      'tables-left-out',
    )
    const say = (unexplained: number) => explain([], { coverage: { ...nothing, unexplained } }).message
    expect(say(1)).toContain('One line of this filing prints figures')
    expect(say(19_998)).toContain('19,998 lines of this filing print figures')
  })

  it('tells a header alone from a filing without tables', () => {
    expect(explain([], { documents: [] }).reason).toBe('no-documents')
    expect(explain([]).reason).toBe('no-tables')
  })
})
