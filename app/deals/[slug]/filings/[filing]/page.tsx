import Page, { generateMetadata } from '../../page.tsx'

export const dynamic = 'force-dynamic'

export { generateMetadata }
export default Page
