/* For LD_PRELOAD: ippeveprinter announces itself on the network, by a daemon, and cannot be told not to. With this in
 * the place of the daemon's client it prints as ever, and announces nothing. */

static char something;

void *avahi_threaded_poll_new(void) { return &something; }
const void *avahi_threaded_poll_get(const void *poll) { return poll; }
int avahi_threaded_poll_start(void *poll) { return 0; }
void avahi_threaded_poll_lock(void *poll) {}
void avahi_threaded_poll_unlock(void *poll) {}
void *avahi_client_new(const void *poll, int flags, void *changed, void *data, int *error) { return &something; }
int avahi_client_errno(void *client) { return 0; }
const char *avahi_client_get_host_name_fqdn(void *client) { return "localhost"; }
void *avahi_entry_group_new(void *client, void *changed, void *data) { return &something; }
int avahi_entry_group_add_service_strlst(void) { return 0; }
int avahi_entry_group_add_service_subtype(void) { return 0; }
int avahi_entry_group_commit(void *group) { return 0; }
int avahi_entry_group_free(void *group) { return 0; }
