interface ImportMetaEnv {
  /** OpenAI's domain key: the hosted ChatKit element is used. Without it, ours. */
  readonly VITE_CHATKIT_DOMAIN_KEY?: string;
}
