import { bodyOf, openDeal, sourcePanel } from './deal-page.ts'
import { addFilings, fixtures } from './filings.ts'
import { expect, sharingTest as test } from './strata.ts'

const { otherKinds, matrixInHtml, unknownDimension } = fixtures

test('tables of other kinds are shown as printed, with their kind and why they are no stratifications', async ({
  page,
  strata,
}) => {
  await addFilings(strata, otherKinds)
  await page.goto(otherKinds.url)
  const pools = page.getByRole('region', { name: 'COMPARISON OF RECENT POOLS', exact: true })
  await expect(pools).toContainText('comparison')
  await expect(pools).toContainText('One column per deal')
  expect(await bodyOf(pools.getByRole('table'))).toEqual([
    ['Number of Loans', '1,204', '1,377', '2,019'],
    ['Principal Balance', '$218,169,616', '$250,111,870', '$401,993,002'],
    ['Average Balance', '$181,204', '$181,635', '$199,105'],
    ['Weighted Average Coupon', '7.812%', '7.645%', '7.120%'],
  ])
  await pools.getByRole('link', { name: 'Lines 9–15' }).click()
  await expect(sourcePanel(page)).toContainText('COMPARISON OF RECENT POOLS')
})

test('a table of HTML is shown too, and each has an address of its own', async ({ page, strata }) => {
  await addFilings(strata, matrixInHtml)
  await page.goto(`${matrixInHtml.url}#other-table-2`)
  const matrix = page.getByRole('region', { name: 'Credit Score and LTV', exact: true })
  await expect(matrix).toBeInViewport()
  await expect(matrix.getByRole('columnheader').last()).toHaveText('All')
})

test('what was not read is counted in the head, listed in one place and said beside its table', async ({
  page,
  strata,
}) => {
  await addFilings(strata, unknownDimension)
  await openDeal(page, unknownDimension.url)
  await page.getByRole('link', { name: '1 issue while reading' }).click()
  const list = page.getByRole('region', { name: /^Not read, and why/ })
  await expect(list).toBeInViewport()
  await expect(list).toContainText('“Loans by Acreage of the Mortgaged Land” is not a known dimension')
  const table = page.getByRole('region', { name: 'Loans by Acreage of the Mortgaged Land' })
  await expect(table).toContainText('is not a known dimension')
  await list.getByRole('link', { name: 'line 3' }).click()
  await expect(sourcePanel(page).locator('mark')).toHaveText('Loans by Acreage of the Mortgaged Land')
})
