#include "codebook.h"

int codebook_check(lyh_cli *cli, int argc, char **argv)
{
    (void)argc;
    (void)argv;
    cli_say(cli, "lyhord %s is not there yet", cli->command);
    return EXIT_BUSY;
}
