import { describe, expect, it } from 'vitest'
import { findNameBefore } from './find-name.ts'
import { toNaturalCase } from './name-case.ts'
import { readRoles } from './roles.ts'

function nameBefore(text: string, marker: string): string | null {
  const span = findNameBefore(text, text.indexOf(marker))
  return span === null ? null : text.slice(span.from, span.to)
}

describe('a name before its role', () => {
  it.each([
    ['among Alder Mortgage Corp. and Beta Bank, as trustee', 'Beta Bank'],
    ['by and between Larch Lending, Inc., as seller', 'Larch Lending, Inc.'],
    ['the "Master Servicer), and The Bank of Quillan, as trustee', 'The Bank of Quillan'],
    ['Larch, Moore, Pine & Smith Incorporated, as underwriter', 'Larch, Moore, Pine & Smith Incorporated'],
    ['Alder Bank Minnesota, N.A., a national banking association, as trustee', 'Alder Bank Minnesota, N.A.'],
    ['Alder Bank, National Association, as trustee', 'Alder Bank, National Association'],
    ['Vale Trust and Savings Company, as trustee', 'Vale Trust and Savings Company'],
    ['Larch Securities Inc. ("Larch"), as underwriter', 'Larch Securities Inc.'],
    ['Fen Acceptance Corporation I, as depositor', 'Fen Acceptance Corporation I'],
    ['In 2004 Quillan Home Loan Trust 2004-1, as issuer', 'Quillan Home Loan Trust 2004-1'],
    ['was named by the parties, as trustee', null],
  ])('%s', (text, name) => {
    const marker = text.includes(', as ') ? ', as ' : ' as '
    expect(nameBefore(text, marker)).toBe(name)
  })
})

describe('natural case', () => {
  it.each([
    ['LARCH, MOORE & CO. INC.', 'Larch, Moore & Co. Inc.'],
    ['THE BANK OF QUILLAN', 'The Bank of Quillan'],
    ['FENWICK BANK, N.A.', 'Fenwick Bank, N.A.'],
    ['CSFB MORTGAGE LLC', 'CSFB Mortgage LLC'],
    ['QUILLAN TRUST 2003-21T1', 'Quillan Trust 2003-21T1'],
    ['ALDER FUNDING CORP. II', 'Alder Funding Corp. II'],
    ['McVale Lending, Inc.', 'McVale Lending, Inc.'],
  ])('%s', (printed, natural) => {
    expect(toNaturalCase(printed)).toBe(natural)
  })
})

describe('the roles of a phrase', () => {
  it.each([
    ['seller and master servicer', ['seller', 'masterServicer']],
    ['one of the Underwriters of the Underwritten Certificates', ['underwriter']],
    ['representative of the several underwriters', ['underwriter']],
    ['sponsor, seller and depositor', ['sponsor', 'seller', 'depositor']],
    ['indenture trustee', ['trustee']],
    ['amended by the trustee', []],
    ['originator and master servicer', ['masterServicer']],
    ['servicer of some loans', []],
  ])('%s', (phrase, roles) => {
    expect(readRoles(phrase).map(each => each.role)).toEqual(roles)
  })
})
