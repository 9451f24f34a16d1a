/* Linked around the whole of one folder at a time, to show that it needs no other (meson.build). */
int main(void)
{
    return 0;
}
