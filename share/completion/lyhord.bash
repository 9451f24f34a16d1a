# what bash proposes: told by the program itself, in the person's language
eval "$(lyhord --complete bash)"
