export function ObservePage() {
  return <h1>ObservePage</h1>;
}
