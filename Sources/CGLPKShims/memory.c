#include "search.h"
#include <stdlib.h>

/* Memory that any thread may claim and give back; what is left goes with the search. */

static void link(search *s, block *b) {
    b->before = NULL;
    b->after = s->blocks;
    if (s->blocks != NULL) s->blocks->before = b;
    s->blocks = b;
}

static void unlink(search *s, block *b) {
    if (b->before != NULL) b->before->after = b->after;
    else s->blocks = b->after;
    if (b->after != NULL) b->after->before = b->before;
}

/* Bytes set to 0. Where the machine has no memory left there is nothing to go on with. */
void *claim(search *s, size_t bytes) {
    block *b = calloc(1, sizeof(block) + bytes);
    if (b == NULL) abort();
    pthread_mutex_lock(&s->memory);
    link(s, b);
    pthread_mutex_unlock(&s->memory);
    return b + 1;
}

/* The same memory with room for more; NULL gives new memory. What is new is not set. */
void *enlarge(search *s, void *memory, size_t bytes) {
    if (memory == NULL) return claim(s, bytes);
    block *b = (block *)memory - 1;
    pthread_mutex_lock(&s->memory);
    unlink(s, b);
    b = realloc(b, sizeof(block) + bytes);
    if (b == NULL) abort();
    link(s, b);
    pthread_mutex_unlock(&s->memory);
    return b + 1;
}

void give_back(search *s, void *memory) {
    if (memory == NULL) return;
    block *b = (block *)memory - 1;
    pthread_mutex_lock(&s->memory);
    unlink(s, b);
    pthread_mutex_unlock(&s->memory);
    free(b);
}

void free_all(search *s) {
    while (s->blocks != NULL) {
        block *b = s->blocks;
        s->blocks = b->after;
        free(b);
    }
}
