import { PageHead } from '@/components/sharing/page-head.tsx'
import { Page } from '@/components/shell/page.tsx'
import { loanHref, loansHref } from '@/lib/addresses/loans-address.ts'
import { sourceHref } from '@/lib/addresses/place-address.ts'
import { formatCount, formatMoney } from '@/lib/format/index.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import { type LoanField, type OneLoan, propertiesOnPage } from '@/lib/server/one-loan.ts'

type Props = { deal: DealRecord; sha256: string; loan: OneLoan }

/** One loan with all that the filing says of it, each value the way to its line, and its properties. */
export function LoanView({ deal, sha256, loan }: Props) {
  const { title, fields, together, properties, others } = loan
  const link = (at: LoanField['at']) => sourceHref(deal.slug, sha256, at)
  const nameOf = (order: number) =>
    loan.propertyCount > 1 ? `Property ${formatCount(loan.propertiesBefore + order + 1)}` : 'Property'
  return (
    <Page className="deal loans">
      <div className="deal-top">
        <PageHead
          trail={[
            { name: deal.name, href: deal.url },
            { name: 'Loans', href: loansHref(deal, sha256) },
          ]}
          title={title}
          says={<p>{sayLoan(loan)}</p>}
          actions={
            <a className="button" href={`/api${loanHref(deal, sha256, loan.asked)}`}>
              JSON
            </a>
          }
        />
      </div>
      <section aria-label="What the filing says of the loan">
        {others.length > 0 && (
          <p className="ask-problem">
            The filing gives this number to {formatCount(others.length + 1)} loans. The others:{' '}
            {others.map(one => (
              <a key={one.line} href={loanHref(deal, sha256, one)}>
                line {formatCount(one.line)}{' '}
              </a>
            ))}
          </p>
        )}
        <nav className="loan-pages" aria-label="Other loans">
          <Turn deal={deal} sha256={sha256} to={loan.before} rel="prev" />
          <Turn deal={deal} sha256={sha256} to={loan.after} rel="next" />
        </nav>
        <div className="loan-parts">
          <Fields name="Loan" fields={fields} link={link} />
          {together && <Fields name="All properties together" fields={together.fields} link={link} />}
          {properties.map((own, order) => (
            <Fields key={own.line} name={nameOf(order)} fields={own.fields} link={link} />
          ))}
        </div>
        <OtherProperties deal={deal} sha256={sha256} loan={loan} />
      </section>
    </Page>
  )
}

/** Where a loan has more properties than a page shows: which these are, and the way to the others. */
function OtherProperties({ deal, sha256, loan }: Props) {
  const { propertyCount, propertiesBefore, properties } = loan
  if (properties.length === propertyCount) return null
  const page = Math.floor(propertiesBefore / propertiesOnPage) + 1
  const last = Math.ceil(propertyCount / propertiesOnPage)
  const to = propertiesBefore + properties.length
  return (
    <nav className="loan-pages" aria-label="Properties">
      {page > 1 && (
        <a className="button" rel="prev" href={loanHref(deal, sha256, loan.asked, Math.min(page - 1, last))}>
          Previous properties
        </a>
      )}
      {properties.length === 0
        ? `The loan has ${formatCount(propertyCount)} properties`
        : `Properties ${formatCount(propertiesBefore + 1)} to ${formatCount(to)} of ${formatCount(propertyCount)}`}
      {page < last && (
        <a className="button" rel="next" href={loanHref(deal, sha256, loan.asked, page + 1)}>
          Next properties
        </a>
      )}
    </nav>
  )
}

function sayLoan({ balanceCents, balanceName, line, fields, propertyCount }: OneLoan): string {
  const count = formatCount(fields.length)
  const behind =
    propertyCount === 0
      ? ''
      : `, and ${propertyCount === 1 ? 'a property' : `${formatCount(propertyCount)} properties`}`
  return `$${formatMoney(balanceCents)} by ${balanceName}. From line ${formatCount(line)} of the filing: ${count} fields${behind}.`
}

type TurnProps = Pick<Props, 'deal' | 'sha256'> & { to: OneLoan['before']; rel: 'prev' | 'next' }

function Turn({ deal, sha256, to, rel }: TurnProps) {
  if (to === null) return null
  return (
    <a className="button" rel={rel} href={loanHref(deal, sha256, to)}>
      {rel === 'prev' ? 'Previous loan' : 'Next loan'}
    </a>
  )
}

type FieldsProps = { name: string; fields: readonly LoanField[]; link: (at: LoanField['at']) => string }

function Fields({ name, fields, link }: FieldsProps) {
  return (
    <div>
      <h2>{name}</h2>
      <table className="loan-fields">
        <tbody>
          {fields.map(({ field, name: said, words, code, at }) => (
            <tr key={field}>
              <th scope="row" title={field}>
                {said}
              </th>
              <td>
                <a href={link(at)}>{words}</a>
                {code !== null && <span className="loan-code">{code}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
