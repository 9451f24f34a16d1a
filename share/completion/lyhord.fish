# what fish proposes: told by the program itself, in the person's language
lyhord --complete fish | source
