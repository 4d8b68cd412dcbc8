export default function LibraryPage() {
  return <main>Strata</main>
}
