export function GoalsPage() {
  return <h1>Goals</h1>;
}
