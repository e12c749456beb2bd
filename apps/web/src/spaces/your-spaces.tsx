export function YourSpaces(_props: { readonly me: unknown }) {
  return <h1>YourSpaces</h1>;
}
